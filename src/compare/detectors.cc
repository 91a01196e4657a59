#include "compare/detectors.h"

namespace crosscheck {

absl::Span<const Detector> Detectors() {
  static constexpr Detector kDetectors[] = {
      {"values", CompareValuesAligned},
  };
  return kDetectors;
}

}  // namespace crosscheck
