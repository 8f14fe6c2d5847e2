import type { FormError } from "../../../forms.ts";

/** The forms beside the editor; each writes at once. */
export type Tool = "copy_week" | "apply_week" | "clear" | "add_days_off" | "remove_days_off";

/** A form that was refused, and what stood in it. */
export interface ToolRefusal {
  kind: "tool";
  tool: Tool;
  error: FormError;
  kept: Record<string, string>;
}

/** The name of a tool's input; several tools have dates, and each input of a page its own name. */
export function toolField(tool: Tool, name: string): string {
  return `${tool}-${name}`;
}
