/** The import rules of the house, each named as a sentence. */
const TESTS = "\\.test\\.tsx?$|^tests/|^bench/";

module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      comment: "Rules import nothing but rules: no runtime, no library, no other floor.",
      severity: "error",
      from: { path: "^worker/domain/", pathNot: TESTS },
      to: { pathNot: "^worker/domain/" },
    },
    {
      name: "only-db-knows-drizzle",
      severity: "error",
      from: { pathNot: `^db/|^drizzle\\.config\\.ts$|${TESTS}` },
      to: { path: "node_modules/drizzle-(orm|kit)" },
    },
    {
      name: "only-the-composition-root-builds-repositories",
      comment: "Others may know a repository's type, not make one.",
      severity: "error",
      from: { pathNot: `^worker/services/compose/|^db/|${TESTS}` },
      to: { path: "^db/repositories/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "services-do-not-know-http",
      severity: "error",
      from: { path: "^worker/services/", pathNot: TESTS },
      to: { path: "^worker/(http|contracts|jobs)/|node_modules/hono" },
    },
    {
      name: "ui-takes-only-types-and-domain-from-worker",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(worker|db)/", pathNot: "^worker/domain/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-do-not-know-routes",
      comment: "What several pages share does not lie with one of them.",
      severity: "error",
      from: { path: "^app/(components/|[^/]+$)" },
      to: { path: "^app/routes/" },
    },
    {
      name: "only-the-ui-and-the-entry-know-remix",
      severity: "error",
      from: { pathNot: "^app/|^worker/index\\.ts$|^tests/page-site\\.ts$|^vite\\.config\\.ts$" },
      to: { path: "node_modules/@remix-run", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-knows-only-domain",
      severity: "error",
      from: { path: "^db/", pathNot: TESTS },
      to: { path: "^(app|worker)/", pathNot: "^worker/domain/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: `^app/routes/|\\.d\\.ts$|\\.config\\.ts$|\\.cjs$|${TESTS}`,
      },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^cloudflare:|build/server|virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|dist|coverage)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "module", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
