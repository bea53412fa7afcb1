/** What is asked for and cannot be done, with the reason in words, which editors show. */
import { LSPErrorCodes, ResponseError } from "vscode-languageserver/node";

export function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
