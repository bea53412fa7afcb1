import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

const READING = "tests/reading/**/*.test.ts";

export default defineConfig({
  test: {
    reporters: ["default", "./tests/helpers/closing-line.ts"],
    // Much of the time goes by while a browser or a server is waited for.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, READING],
        },
      },
      {
        // Pages of the shipped site in a browser: built once for all of them.
        extends: true,
        test: {
          name: "reading",
          include: [READING],
          globalSetup: "tests/helpers/shipped-site.ts",
          // Some visit every page of the site.
          testTimeout: 240_000,
        },
      },
    ],
  },
});
