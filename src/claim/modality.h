#ifndef CROSSCHECK_CLAIM_MODALITY_H_
#define CROSSCHECK_CLAIM_MODALITY_H_

#include <cstdint>

#include "claim/analysis.h"

namespace crosscheck {

// The strongest cue of the lexicon "modality" in the `reach` words before `word` (a condition: in 8 at least), in its
// clause; kStated where there is none.
Modality ModalityAt(const Analysis& analysis, const Sentence& sentence, uint32_t word, uint32_t reach = 5);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_MODALITY_H_
