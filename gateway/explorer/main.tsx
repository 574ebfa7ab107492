import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './Explorer.tsx';
import { startSignIn } from './signIn.ts';

const place = document.getElementById('explorer')!;
const root = createRoot(place);
try {
  // Where the page around it knows who is signed in, it says where to send operations, and no token gets here.
  const { graph } = place.dataset;
  root.render(graph === undefined ? <Explorer session={await startSignIn()} /> : <Explorer graph={graph} />);
} catch (error) {
  root.render(
    <p className="notice" role="alert">
      The explorer cannot start: {(error as Error).message} <a href="/explorer/">Try again</a>
    </p>,
  );
}
