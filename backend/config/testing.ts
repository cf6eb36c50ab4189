/** A complete environment for tests; the client certificate is not there, which keeps nobody from starting. */
export const completeEnvironment = {
  EBS_CLIENT: 'pg',
  EBS_CONNECTION: 'postgres://ebs:hunter2@db/ebs',
  LRS_URL: 'https://lrs.example/LearnerServiceR9.svc',
  LRS_CERTIFICATE: 'lrs.p12',
  LRS_UKPRN: '10001234',
  LRS_PASSWORD: 'very-secret-password',
  LRS_VENDOR_ID: '99',
  LRS_USERNAME: '{user}',
  AUTH_ISSUER: 'https://login.example/tenant/v2.0',
  AUTH_AUDIENCE: 'api://plr',
  AUTH_CLIENT_ID: 'pane',
  AUTH_SCOPE: 'api://plr/access',
  DEFAULT_ATTAINMENT_TYPE: 'PLR',
  ROW_KEY_SECRET: 'a secret of at least thirty-two characters',
} as const
