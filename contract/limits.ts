/** What a request may hold at most, and what a client should send at a time (surface.md, GET /api/me). */
export const limits = {
  learners: 1000,
  rowKeys: 50_000,
  learnersPerRequest: 200,
  rowKeysPerRequest: 2000,
  sessionLearners: 5000,
  sessionRows: 100_000,
  conditionRules: 200,
  conditionDepth: 8,
  inValues: 1000,
  searchPage: 1000,
  rowKeyLength: 1000,
} as const
