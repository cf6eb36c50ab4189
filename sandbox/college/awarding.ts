/** An awarding organisation as it stands in learning events; the codes are made up. */
export interface Board {
  readonly name: string
  readonly code: string
}

export const boards = {
  aqa: { name: 'AQA Education', code: '99990201' },
  pearson: { name: 'Pearson Education Ltd', code: '99990202' },
  ocr: { name: 'OCR', code: '99990203' },
  eduqas: { name: 'WJEC-CBAC', code: '99990204' },
  cityGuilds: { name: 'City and Guilds of London Institute', code: '99990205' },
  ncfe: { name: 'NCFE', code: '99990206' },
  highfield: { name: 'Highfield Qualifications', code: '99990207' },
  /** What provider returns carry: they do not know the awarding organisation. */
  unknown: { name: 'UNKNOWN', code: 'UNKNWN' },
} as const satisfies Record<string, Board>
