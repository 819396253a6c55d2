export { useWide } from '../../lib/use-wide';
