import { Notice } from '../design/Notice.tsx';

/** For addresses that do not exist, and records that nobody here may see. */
export default function NotFound() {
  return (
    <Notice title="Nothing is here">
      <p>The address may be mistyped, or what it showed has been removed.</p>
      <a href="/">Go to your first page</a>
    </Notice>
  );
}
