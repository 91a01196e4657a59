#ifndef CROSSCHECK_VALUE_UNITS_H_
#define CROSSCHECK_VALUE_UNITS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/value.h"
#include "value/token.h"

namespace crosscheck {

// What a unit measures: only units of one dimension can convert, and only where both have a factor.
enum class Dimension : uint8_t {
  kLength,
  kArea,
  kVolume,
  kGallon,
  kQuart,
  kPint,
  kCup,
  kFluidOunce,
  kSpoon,
  kBushel,
  kMass,
  kTon,
  kSpeed,
  kEnergy,
  kCalorie,
  kElectronvolt,
  kPower,
  kHorsepower,
  kData,
  kDataRate,
  kFrequency,
  kTurning,
  kPressure,
  kPsi,
  kVoltage,
  kCurrent,
  kForce,
  kDecibel,
  kDose,
  kActivity,
  kMegaton,
  kPixel,
  kContainer,
  kTemperature,
  kDegree,
  kRadian,
  kOther,
};

struct UnitMatch {
  std::string name;  // canonical: "kilometre", "square mile"
  Dimension dimension = Dimension::kOther;
  size_t last = 0;  // one past the unit's last token
};

// The unit at token `at`, the longest: "km", "square miles", "km²", "degrees Celsius", "J/m^2".
std::optional<UnitMatch> FindUnit(const TokenStream& stream, size_t at);
// The first word of every unit, in no order.
std::vector<absl::string_view> UnitStarters();

// How a figure in the canonical unit `name` becomes one in its dimension's base: base = figure * factor + offset.
struct UnitScale {
  Dimension dimension = Dimension::kOther;
  Exact factor;
  Exact offset;
};
// nullopt where the name stands for more than one size ("ton", "gallon"), or is unknown.
std::optional<UnitScale> FindUnitScale(absl::string_view name);

// The canonical name of every unit, prefixed ones too.
std::vector<std::string> UnitNames();

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_UNITS_H_
