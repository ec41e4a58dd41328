import type { Messages } from '../catalogue.ts';

export const problem: Messages = {
  'problem.offline': 'No hay conexión con Vigente.',
  'problem.offline.then': 'Compruebe su red y vuelva a intentarlo; no se ha cambiado nada.',
  'problem.signed-out': 'Su sesión ha terminado.',
  'problem.signed-out.then': 'Inicie sesión otra vez para seguir.',
  'problem.forbidden': 'Su perfil no permite hacer esto.',
  'problem.forbidden.then': 'Si lo necesita, pídalo a quien administra Vigente en su empresa.',
  'problem.not-found': 'Aquí no hay nada.',
  'problem.not-found.then': 'Puede que se haya borrado o que la dirección esté incompleta.',
  'problem.stale': 'Otra persona ha cambiado esto mientras tanto.',
  'problem.stale.then': 'No se ha guardado nada. Cargue el estado actual y repita su cambio.',
  'problem.stale.reload': 'Cargar el estado actual',
  'problem.conflict': 'Esto ya no es posible en el estado actual.',
  'problem.conflict.then': 'Cargue la página de nuevo para ver qué ha cambiado.',
  'problem.too-many': 'Demasiados intentos seguidos.',
  'problem.too-many.then':
    '{seconds, plural, =0 {Espere un momento y vuelva a intentarlo.} =1 {Vuelva a intentarlo dentro de un segundo.} other {Vuelva a intentarlo dentro de # segundos.}}',
  'problem.invalid': 'Algo de lo enviado no es válido.',
  'problem.invalid.then': 'Revise los campos y vuelva a enviarlos.',
  'problem.failed': 'Algo ha fallado en Vigente.',
  'problem.failed.then': 'Vuelva a intentarlo. Si sigue igual, avise a quien administra Vigente.',
  'problem.newer': 'Hay una versión más nueva de Vigente.',
  'problem.newer.then': 'Guarde o copie lo que haya escrito; después, cargue la página de nuevo.',
  'problem.newer.load': 'Cargar la versión nueva',
  'problem.again': 'Volver a intentarlo',
};
