/** A field that is kept nowhere but in the log of messages. */
export interface IgnoredField {
  /** With everything below it: `eventData.0.component` */
  readonly field: string;
  readonly because: string;
}

/** What stations say and no list or view shows. Every entry has its reason; the list only ever gets shorter. */
export const IGNORED_FIELDS: Readonly<Record<string, readonly IgnoredField[]>> = {
  // a question: it is answered, and what follows from it is a transaction
  Authorize: [
    { field: 'idTag', because: 'who asks without charging is nobody to be remembered' },
    { field: 'idToken', because: 'who asks without charging is nobody to be remembered' },
    { field: 'evseId', because: 'where it was asked is told by the transaction that follows' },
    { field: 'certificate', because: 'contract certificates are not checked: the answer says so' },
    { field: 'iso15118CertificateHashData', because: 'contract certificates are not checked' },
    { field: '15118CertificateHashData', because: 'contract certificates are not checked' },
  ],
  MeterValues: [
    {
      field: 'transactionId',
      because:
        'the test names one that TAU never gave: the values are of no transaction; a known one shows them as its own',
    },
    {
      field: 'meterValue.0.sampledValue.0.unitOfMeasure.multiplier',
      because: 'it is applied: `value` is `rawValue` times this power of ten',
    },
  ],
  PublishFirmwareStatusNotification: [
    { field: 'location', because: 'addresses carry their own right of access: their scheme and host are shown' },
  ],
  ReservationStatusUpdate: [
    { field: 'reservationId', because: 'the test names one that TAU did not make; one that it made shows its number' },
  ],
};
