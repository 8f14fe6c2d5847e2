import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, type ButtonLook } from "./button.tsx";

interface SubmitButtonProps {
  look?: ButtonLook;
  /** While the form is on its way. */
  busy: string;
  /** Which of a page's forms this one sends, as its field `intent`. */
  intent?: string;
  children: ReactNode;
}

/** Sends its form once: while that is under way it says so and does nothing more. */
export function SubmitButton({ look, busy, intent, children }: SubmitButtonProps) {
  const { state, formData } = useNavigation();
  const isSent =
    state !== "idle" && formData !== undefined && (formData.get("intent") ?? undefined) === intent;
  return (
    <Button
      {...(look ? { look } : {})}
      // Not `disabled`: the focus would be lost with it.
      aria-disabled={isSent || undefined}
      onClick={(event) => isSent && event.preventDefault()}
      {...(intent === undefined ? {} : { name: "intent", value: intent })}
      className="aria-disabled:opacity-70"
    >
      {isSent ? busy : children}
    </Button>
  );
}
