#ifndef CROSSCHECK_CLI_EXIT_CODE_H_
#define CROSSCHECK_CLI_EXIT_CODE_H_

namespace crosscheck {

// What the program tells its caller. Where several hold, the gravest counts: see Gravest.
inline constexpr int kExitClean = 0;          // nothing at or above --fail-on
inline constexpr int kExitFindings = 1;       // findings at or above --fail-on
inline constexpr int kExitUsage = 2;          // the command line, a rule or a manifest is wrong
inline constexpr int kExitUnread = 3;         // an input could not be read in full
inline constexpr int kExitInternal = 4;       // a bug of ours, or no room for the report
inline constexpr int kExitInterrupted = 130;  // as a shell says it of a program that Ctrl-C ended

// The graver of two exit codes: 4, 2, 3, 1, 0 from the gravest.
int Gravest(int a, int b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_EXIT_CODE_H_
