export { AreaShell as default } from '../AreaShell.tsx';
