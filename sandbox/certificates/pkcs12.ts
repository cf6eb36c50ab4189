import forge from 'node-forge'

/** A PKCS#12 file of the chain (leaf first) and the leaf's key; 3DES, which OpenSSL 3 still reads. */
export function pkcs12(chain: readonly string[], key: string, password: string): Buffer {
  const file = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    chain.map((pem) => forge.pki.certificateFromPem(pem)),
    password,
    { algorithm: '3des', generateLocalKeyId: true },
  )
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary')
}
