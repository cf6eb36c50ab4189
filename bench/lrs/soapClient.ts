import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { fileURLToPath } from 'node:url'
import { createClientAsync } from 'soap'
import { certificatePassword, password, ukprn } from './organisation.ts'
import type { BenchService } from './service.ts'

/** The same question asked with the soap package, over kept connections like ours. */
export async function soapClient(service: BenchService): Promise<(uln: string) => Promise<number>> {
  const httpsAgent = new Agent({
    keepAlive: true,
    pfx: readFileSync(service.certificatePath),
    passphrase: certificatePassword,
    ca: readFileSync(service.caPath),
  })
  const wsdl = fileURLToPath(new URL('./learnerService.wsdl', import.meta.url))
  const client = await createClientAsync(wsdl, {}, service.url)
  client.setSecurity({
    addOptions: (options: { httpsAgent?: Agent }) => {
      options.httpsAgent = httpsAgent
    },
    toXML: () => '',
  })
  return async (uln) => {
    const [answer] = await client.GetLearnerLearningEventsAsync({
      invokingOrganisation: { Password: password, Ukprn: ukprn, Username: 'bench' },
      userType: 'ORG',
      vendorID: 99,
      language: 'ENG',
      uln,
      givenName: 'Ada',
      familyName: 'Example',
      dateOfBirth: '',
      gender: '',
      getType: 'FULL',
    })
    return answer.GetLearnerLearningEventsResult.LearnerRecord.LearningEvent.length
  }
}
