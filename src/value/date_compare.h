#ifndef CROSSCHECK_VALUE_DATE_COMPARE_H_
#define CROSSCHECK_VALUE_DATE_COMPARE_H_

#include "value/compare_values.h"

namespace crosscheck {

// Whether two dates can both be true of one thing: symmetric and reflexive. Resolved dates by their days, with the
// days of Value::step as room; dates that could not be resolved by what their words say; a bound ("before 2018")
// against a date by the side on which that lies. Incomparable: a fiscal period and the calendar, a bound that says
// little. REQUIRES: both are dates.
ValueComparison CompareDateValues(const Value& a, const Value& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_DATE_COMPARE_H_
