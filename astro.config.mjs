/**
 * For tools that read Astro's configuration (editors, `astro check`). The commands
 * in package.json call Astro themselves, with the site's settings.
 */
import { defineConfig } from "astro/config";

export default defineConfig({
  output: "static",
});
