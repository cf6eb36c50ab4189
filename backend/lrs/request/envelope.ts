import { XMLBuilder } from 'fast-xml-parser'
import type { LrsQuestion } from '../../plr/event/answer.ts'
import type { LrsOptions } from '../options.ts'

/** The SOAP action of the one operation that is called. */
export const soapAction = 'http://tempuri.org/ILearnerServiceR9/GetLearnerLearningEvents'

/** What every request of the institution has in common. */
export type RequestSettings = Pick<
  LrsOptions,
  | 'invokingOrganisation'
  | 'password'
  | 'ukprn'
  | 'userType'
  | 'vendorId'
  | 'language'
  | 'sendDateOfBirth'
>

const builder = new XMLBuilder({ ignoreAttributes: false, processEntities: true })

/**
 * The request for one learner. The order of the elements and the two namespaces are the service's
 * own: it quietly ignores a member of `invokingOrganisation` that stands in the wrong place.
 * Gender is never sent and the date of birth only where the college says so; both elements are
 * there all the same, because the schema requires them.
 */
export function buildRequest(
  question: LrsQuestion,
  userName: string,
  settings: RequestSettings,
): string {
  const organisation = settings.invokingOrganisation
  return builder.build({
    'soapenv:Envelope': {
      '@_xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
      '@_xmlns:tem': 'http://tempuri.org/',
      '@_xmlns:svc': 'http://schemas.datacontract.org/2004/07/Amor.Qcf.Service.Interface',
      'soapenv:Header': '',
      'soapenv:Body': {
        'tem:GetLearnerLearningEvents': {
          'tem:invokingOrganisation': {
            ...(organisation === null ? {} : { 'svc:OrganisationRef': sendable(organisation) }),
            'svc:Password': sendable(settings.password),
            'svc:Ukprn': sendable(settings.ukprn),
            'svc:Username': sendable(userName),
          },
          'tem:userType': sendable(settings.userType),
          'tem:vendorID': String(settings.vendorId),
          'tem:language': sendable(settings.language),
          'tem:uln': sendable(question.uln),
          'tem:givenName': sendable(question.givenName),
          'tem:familyName': sendable(question.familyName),
          'tem:dateOfBirth': settings.sendDateOfBirth ? sendable(question.dateOfBirth ?? '') : '',
          'tem:gender': '',
          'tem:getType': 'FULL',
        },
      },
    },
  })
}

/** XML has no way to write control characters and half surrogate pairs, not even escaped. */
function sendable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
}
