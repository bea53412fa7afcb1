/** The check that a body is there. */
import type { Call, Context } from "../../types.ts";

/** Whether a call has a body with something in it; if not, after a report at its tag. */
export function hasBody(call: Call, context: Context): boolean {
  if (call.body !== undefined && call.body.text.trim() !== "") return true;
  const message = `Unexpected empty "${call.name}", expected text between its tags`;
  context.report({ id: "shortcode-needs-body", message }, call.span);
  return false;
}
