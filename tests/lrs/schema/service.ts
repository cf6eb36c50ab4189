import type { ComplexType, Member, SimpleType } from './type.ts'

/** The published service description of R9, restated from its facts: what may stand where. */
const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const tempuri = 'http://tempuri.org/'
const invoker = 'http://schemas.datacontract.org/2004/07/Amor.Qcf.Service.Interface'
const model = 'http://api.lrs.qcf.gov.uk/model'
const faults = 'http://api.lrs.qcf.gov.uk/faults'
const exceptions = 'http://api.lrs.miap.gov.uk/exceptions'

type More = Partial<Pick<Member, 'required' | 'nillable' | 'repeated'>>

const member = (
  namespace: string,
  name: string,
  type: SimpleType | ComplexType,
  more: More = {},
): Member => ({ namespace, name, type, ...more })

const must = { required: true } as const
const mustOrNil = { required: true, nillable: true } as const

const texts = (namespace: string, names: readonly string[], more: More): Member[] =>
  names.map((name) => member(namespace, name, 'string', more))

const envelope = (body: Member): Member =>
  member(
    soap,
    'Envelope',
    {
      members: [
        member(soap, 'Header', { members: [] }),
        member(soap, 'Body', { members: [body] }, must),
      ],
    },
    must,
  )

/** What a request for learning events has to look like. */
export const request: Member = envelope(
  member(
    tempuri,
    'GetLearnerLearningEvents',
    {
      members: [
        member(
          tempuri,
          'invokingOrganisation',
          {
            members: texts(invoker, ['OrganisationRef', 'Password', 'Ukprn', 'Username'], {
              nillable: true,
            }),
          },
          mustOrNil,
        ),
        member(tempuri, 'userType', 'string', mustOrNil),
        member(tempuri, 'vendorID', 'int', must),
        ...texts(
          tempuri,
          ['language', 'uln', 'givenName', 'familyName', 'dateOfBirth', 'gender', 'getType'],
          mustOrNil,
        ),
      ],
    },
    must,
  ),
)

const optional = { nillable: true } as const

const learningEvent: ComplexType = {
  members: [
    ...texts(
      model,
      [
        'AchievementAwardDate',
        'AchievementProviderName',
        'AchievementProviderUkprn',
        'AwardingOrganisationName',
        'AwardingOrganisationUkprn',
        'CollectionType',
      ],
      optional,
    ),
    member(model, 'Credits', 'long', must),
    ...texts(model, ['DateLoaded', 'Grade'], optional),
    member(model, 'ID', 'int', must),
    ...texts(
      model,
      [
        'LanguageForAssessment',
        'Level',
        'ParticipationEndDate',
        'ParticipationStartDate',
        'QualificationType',
        'Restriction',
        'ReturnNumber',
        'Source',
        'Status',
        'Subject',
        'SubjectCode',
        'UnderDataChallenge',
      ],
      optional,
    ),
  ],
}

/** An answer that is no fault. */
export const response: Member = envelope(
  member(
    tempuri,
    'GetLearnerLearningEventsResponse',
    {
      members: [
        member(
          tempuri,
          'GetLearnerLearningEventsResult',
          {
            members: [
              ...texts(model, ['ResponseCode', 'FoundULN', 'IncomingULN'], optional),
              member(
                model,
                'LearnerRecord',
                {
                  members: [
                    member(model, 'LearningEvent', learningEvent, {
                      nillable: true,
                      repeated: true,
                    }),
                  ],
                },
                optional,
              ),
            ],
          },
          optional,
        ),
      ],
    },
    must,
  ),
)

/** A SOAP 1.1 fault, whose parts are in no namespace, with this in its detail or without detail. */
const fault = (detail: Member | null): Member =>
  envelope(
    member(
      soap,
      'Fault',
      {
        members: [
          ...texts('', ['faultcode', 'faultstring'], must),
          ...(detail === null ? [] : [member('', 'detail', { members: [detail] }, must)]),
        ],
      },
      must,
    ),
  )

/** The fault that R9 declares. */
export const domainFault = fault(
  member(
    faults,
    'DomainFault',
    {
      members: [
        member(faults, 'ErrorCode', 'string', optional),
        member(faults, 'ErrorDetail', 'base64Binary', optional),
      ],
    },
    must,
  ),
)

/** The fault of the sister service; its children are in no namespace in practice. */
export const miapFault = fault(
  member(
    exceptions,
    'MIAPAPIException',
    {
      members: texts(
        '',
        ['ErrorCode', 'ErrorActor', 'Description', 'FurtherDetails', 'ErrorTimestamp'],
        optional,
      ),
    },
    must,
  ),
)

/** A fault of the web service framework itself. */
export const bareFault = fault(null)
