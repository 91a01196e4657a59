#ifndef CROSSCHECK_BASE_STATUS_MACROS_H_
#define CROSSCHECK_BASE_STATUS_MACROS_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Returns the status of `expr` from this function unless it is OK. (Abseil has its own only in later versions.)
#define CROSSCHECK_RETURN_IF_ERROR(expr)     \
  do {                                       \
    absl::Status crosscheck_status = (expr); \
    if (!crosscheck_status.ok()) {           \
      return crosscheck_status;              \
    }                                        \
  } while (false)

#define CROSSCHECK_CONCAT_INNER(a, b) a##b
#define CROSSCHECK_CONCAT(a, b) CROSSCHECK_CONCAT_INNER(a, b)

// CROSSCHECK_ASSIGN_OR_RETURN(auto x, F()): x is F's value, or this function returns F's status.
#define CROSSCHECK_ASSIGN_OR_RETURN(lhs, expr) \
  CROSSCHECK_ASSIGN_OR_RETURN_INNER(CROSSCHECK_CONCAT(crosscheck_or_, __LINE__), lhs, expr)
// `lhs` may declare a variable, so it cannot stand in parentheses.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define CROSSCHECK_ASSIGN_OR_RETURN_INNER(statusor, lhs, expr) \
  auto statusor = (expr);                                      \
  if (!statusor.ok()) {                                        \
    return statusor.status();                                  \
  }                                                            \
  lhs = *std::move(statusor)
// NOLINTEND(bugprone-macro-parentheses)

#endif  // CROSSCHECK_BASE_STATUS_MACROS_H_
