#include "compare/detectors.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "rule/compare_kinds.h"

namespace crosscheck {

TEST_CASE("an aligned rule loads for exactly the comparisons that have a detector") {
  for (const CompareKind& kind : kCompareKinds) {
    if (!kind.aligned) continue;
    CAPTURE(std::string(kind.name));
    const auto detectors = Detectors();
    const bool detected = std::any_of(detectors.begin(), detectors.end(),
                                      [&](const Detector& detector) { return detector.name == kind.name; });
    CHECK(detected);
  }
  for (const Detector& detector : Detectors()) {
    CAPTURE(std::string(detector.name));
    CHECK(FindCompareKind(detector.name, true) != nullptr);
  }
}

}  // namespace crosscheck
