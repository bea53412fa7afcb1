import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: ["default", "./tests/helpers/closing-line.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
