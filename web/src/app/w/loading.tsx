import { PageSkeleton } from '../../design/Skeleton.tsx';

export default function Loading() {
  return <PageSkeleton />;
}
