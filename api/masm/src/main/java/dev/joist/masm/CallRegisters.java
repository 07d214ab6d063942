package dev.joist.masm;

import java.util.List;

/** Registers that have a part in calls, by the part they have. */
public interface CallRegisters {
  /** The register file's base (callee-saved in the host's ABI, as the three below). */
  MutGp base();

  /** The VM context. */
  MutGp context();

  /** The allocation cursors. */
  MutGp allocation();

  /** The active function's info, with its site data behind. */
  MutGp sites();

  /** Between compiled functions: argc. A temp otherwise. */
  MutGp argumentCount();

  /** Between compiled functions: the result, or EXCEPTION. A temp otherwise. */
  MutGp result();

  /** The host's C ABI: argument i, integers and addresses only, at least four. Temps otherwise; none of them is one of the four above. */
  List<MutGp> hostArgument();

  /** The host's C ABI: the result. */
  MutGp hostResult();
}
