#include "cli/exit_code.h"

namespace crosscheck {

namespace {

int Gravity(int code) {
  switch (code) {
    case kExitClean:
      return 0;
    case kExitFindings:
      return 1;
    case kExitUnread:
      return 2;
    case kExitUsage:
      return 3;
    default:
      return 4;
  }
}

}  // namespace

int Gravest(int a, int b) { return Gravity(a) >= Gravity(b) ? a : b; }

}  // namespace crosscheck
