package dev.joist.spi.codegen;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import java.util.List;

/**
 * What registers a backend gives.
 *
 * @param calls registers with a part in calls
 * @param savedGp survive a call of a C function, not a call between compiled functions; none of the roles of {@code calls}
 * @param tempGp survive no call; may include the argument and result registers of {@code calls}
 * @param savedFp as savedGp
 * @param tempFp as tempGp
 */
public record RegisterFile(CallRegisters calls, List<MutGp> savedGp, List<MutGp> tempGp, List<MutFp> savedFp, List<MutFp> tempFp) {
  public RegisterFile {
    savedGp = List.copyOf(savedGp);
    tempGp = List.copyOf(tempGp);
    savedFp = List.copyOf(savedFp);
    tempFp = List.copyOf(tempFp);
  }
}
