/**
 * The learners who each are one odd case, by name, with their person codes as text. They are in every
 * college whatever its seed and size, so that tests, demonstrations and people can find each case.
 */
export const specials = {
  /** No ULN, no forename, no surname, only blanks for a forename. */
  noUln: '1001',
  noForename: '1002',
  noSurname: '1003',
  blankForename: '1004',
  /** A ULN whose check digit is wrong; the temporary ULN of provider returns. */
  badCheckDigit: '1005',
  temporaryUln: '1006',
  /** Two people who carry one ULN. */
  sharedUln: '1007',
  sharedUlnOther: '1008',
  /** A person whom ebs merged into another, and the one who was kept. */
  mergedAway: '1009',
  mergedKept: '1010',
  /** A name longer than the 35 characters that LRS takes. */
  longForename: '1011',
  /** LRS linked the ULN to another, whose events it sends. */
  linkedUln: '1012',
  /** LRS: has not agreed to share; names disagree; ULN not heard of; knows the former surname. */
  notShared: '1013',
  notVerified: '1014',
  unknownUln: '1015',
  formerSurname: '1016',
  /** ebs: privacy notice not seen; seen, unable to share. */
  noticeNotSeen: '1017',
  optedOut: '1018',
  /** How much LRS holds. */
  noEvents: '1019',
  manyEvents: '1020',
  participationOnly: '1021',
  /** Names and titles that break careless software. */
  apostrophe: '1022',
  ampersand: '1023',
  lessThan: '1024',
  accents: '1025',
  formulaName: '1026',
  formulaTitle: '1027',
  foreignTitle: '1028',
  /** What ebs holds already. */
  imported: '1029',
  importedOtherGrade: '1030',
  importedWithoutDate: '1031',
  importedBetterGrade: '1032',
  keyedByHand: '1033',
  /** Events that a person has to look at. */
  junkGrades: '1034',
  twoSources: '1035',
  provisional: '1036',
  underDataChallenge: '1037',
  /** Values that do not fit or make no sense. */
  longTitle: '1038',
  longCode: '1039',
  futureAward: '1040',
  noSuchDate: '1041',
  /** A plain learner with new results only, nothing in ebs: the shortest demonstration. */
  allNew: '1042',
  inactive: '1043',
} as const

export type SpecialName = keyof typeof specials
