#ifndef CROSSCHECK_VALUE_FINISH_READING_H_
#define CROSSCHECK_VALUE_FINISH_READING_H_

#include <optional>

#include "value/reading.h"
#include "value/token.h"

// What the words around a figure add to it.
namespace crosscheck {

// Leaves a score that is one; of any other, the first figure alone.
void SetScore(const TokenStream& stream, Reading& reading);
// What follows the figure: rates, "or more", the counted noun; and what went before it: a rise or a fall.
void FinishReading(const TokenStream& stream, Reading& reading);
// The whole text as a cell of a table that holds a negative in brackets.
std::optional<Reading> ReadNegativeCell(const TokenStream& stream);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_FINISH_READING_H_
