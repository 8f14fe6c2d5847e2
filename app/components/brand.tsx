/** The name as the brand writes it; read out as the company's name. */
export function Brand({ className = "" }: { className?: string }) {
  return (
    <span className={`font-extrabold tracking-tight text-primary-ink ${className}`}>
      <span aria-hidden="true">iNSTAiNSTRU</span>
      <span className="sr-only">InstaInstru</span>
    </span>
  );
}
