#include "crosscheck/diagnostic.h"

#include <doctest/doctest.h>

namespace crosscheck {

TEST_CASE("FormatDiagnostic shows place, line and caret") {
  const Diagnostic d{Diagnostic::Level::kError,
                     "rules/toll.yaml",
                     {12, 5},
                     "unknown key 'patern'; did you mean 'patterns'?",
                     "    patern: x"};
  CHECK(FormatDiagnostic(d) ==
        "rules/toll.yaml:12:5: error: unknown key 'patern'; did you mean 'patterns'?\n"
        "    patern: x\n"
        "    ^\n");
}

TEST_CASE("the caret counts code points, and keeps tabs") {
  const Diagnostic d{Diagnostic::Level::kWarning, "a.yaml", {1, 4}, "odd", "\té😀x"};
  CHECK(FormatDiagnostic(d) == "a.yaml:1:4: warning: odd\n\té😀x\n\t  ^\n");
}

}  // namespace crosscheck
