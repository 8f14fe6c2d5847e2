/** Variables that one or another of the usual CI services sets. */
const CI_VARIABLES = [
  "CI",
  "CONTINUOUS_INTEGRATION",
  "BUILD_NUMBER",
  "BUILD_ID",
  "GITHUB_ACTIONS",
  "GITLAB_CI",
  "CIRCLECI",
  "TRAVIS",
  "APPVEYOR",
  "BUILDKITE",
  "DRONE",
  "TEAMCITY_VERSION",
  "TF_BUILD",
  "JENKINS_URL",
  "BITBUCKET_BUILD_NUMBER",
  "CODEBUILD_BUILD_ID",
  "WORKERS_CI",
  "CF_PAGES",
];

/** The one workflow that may touch production, on the one branch that it may run from. */
const DEPLOY_WORKFLOW = /^[^/]+\/[^/]+\/\.github\/workflows\/deploy\.yml@refs\/heads\/main$/;
const SHORTEST_TOKEN = 32;

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a CI service runs this. Doubt counts as yes, as production is closed to CI. */
export function isCi(environment: Environment): boolean {
  return CI_VARIABLES.some((name) => {
    const value = environment[name]?.trim().toLowerCase();
    return value !== undefined && !["", "0", "false", "no"].includes(value);
  });
}

/** Whether this is the deploy workflow, holding the token that only its environment gives out. */
export function hasDeployToken(environment: Environment): boolean {
  return (
    environment.GITHUB_ACTIONS === "true" &&
    DEPLOY_WORKFLOW.test(environment.GITHUB_WORKFLOW_REF ?? "") &&
    (environment.DEPLOY_TOKEN?.trim().length ?? 0) >= SHORTEST_TOKEN
  );
}
