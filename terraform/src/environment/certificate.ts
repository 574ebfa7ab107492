import { AcmCertificateValidation } from '@cdktn/provider-aws/lib/acm-certificate-validation/index.js';
import { AcmCertificate } from '@cdktn/provider-aws/lib/acm-certificate/index.js';
import { Route53Record } from '@cdktn/provider-aws/lib/route53-record/index.js';
import { TerraformIterator } from 'cdktn';
import { Construct } from 'constructs';

/** A certificate for hosts of one zone, proven by records in it and renewed by itself. */
export class Certificate extends Construct {
  readonly arn: string;
  /** The certificate without the proof, which alarms name. */
  readonly id: string;

  constructor(scope: Construct, id: string, { hosts, zoneId }: { hosts: readonly string[]; zoneId: string }) {
    super(scope, id);
    const [domainName, ...others] = hosts;
    const certificate = new AcmCertificate(this, 'certificate', {
      domainName: domainName!,
      subjectAlternativeNames: others,
      validationMethod: 'DNS',
      lifecycle: { createBeforeDestroy: true },
    });
    const proofs = TerraformIterator.fromComplexList(certificate.domainValidationOptions, 'domain_name');
    const records = new Route53Record(this, 'proof', {
      forEach: proofs,
      zoneId,
      name: proofs.getString('resource_record_name'),
      type: proofs.getString('resource_record_type'),
      records: [proofs.getString('resource_record_value')],
      ttl: 300,
      allowOverwrite: true,
    });
    this.id = certificate.arn;
    this.arn = new AcmCertificateValidation(this, 'valid', {
      certificateArn: certificate.arn,
      validationRecordFqdns: [`\${[for record in ${records.fqn} : record.fqdn]}`],
    }).certificateArn;
  }
}
