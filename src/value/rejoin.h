#ifndef CROSSCHECK_VALUE_REJOIN_H_
#define CROSSCHECK_VALUE_REJOIN_H_

#include "value/token.h"

namespace crosscheck {

// Puts together again what a tokenizer or a typesetter took apart, so that the readers see one way of writing: "21 -
// year - old", "6 - 1", "2014 - 15", "1940 's", "£50, 000". A sign '#' before a sum of money becomes the '£' that it is
// in British seven-bit text (ISO 646-GB has the pound at its place). Only marks of glue change, no token comes or goes.
void Rejoin(TokenStream& stream);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_REJOIN_H_
