/** Another host, on 127.0.0.1, that answers as a test tells it. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

export interface OtherHost {
  /** With the port, without a final slash. */
  readonly url: string;
  /** `HEAD /path`, in order. */
  readonly requests: string[];
  /** How many requests were under way at once at most. */
  readonly most: number;
  close(): Promise<void>;
}

/** Answers by path; any other path gives 404. */
export async function otherHost(answers: Readonly<Record<string, Answerer>>): Promise<OtherHost> {
  const requests: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const answer = answers[request.url ?? ""] ?? status(404);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get most() {
      return most;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A status with headers. */
export function status(code: number, headers: Record<string, string> = {}): Answerer {
  return (_, response) => response.writeHead(code, headers).end();
}

/** A page; `HEAD` gives its head. */
export function page(html: string, type = "text/html; charset=utf-8"): Answerer {
  return (_, response) => response.writeHead(200, { "content-type": type }).end(html);
}

/** Another answer for GET than for HEAD. */
export function byMethod(head: Answerer, get: Answerer): Answerer {
  return (request, response) => (request.method === "HEAD" ? head : get)(request, response);
}

/** One answer after the other; the last one stays. */
export function inTurn(...answers: readonly Answerer[]): Answerer {
  let turn = 0;
  return (request, response) => {
    answers[Math.min(turn++, answers.length - 1)]?.(request, response);
  };
}
