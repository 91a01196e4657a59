#ifndef CROSSCHECK_VALUE_PRINT_VALUE_H_
#define CROSSCHECK_VALUE_PRINT_VALUE_H_

#include <string>

#include "crosscheck/value.h"

namespace crosscheck {

// The value as stated, in words that ReadMentions reads back: "about 4,500,000,000 USD", "more than 12.5 kilometres per
// hour", "3rd", "34 years old", "5-4", "2 hours", "15–16%". An open or unknown end is "…". Dates are not meant to be
// printed so: their ends are day numbers.
std::string PrintValue(const Value& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_PRINT_VALUE_H_
