#include "value/mention.h"

namespace crosscheck {

std::vector<Mention> ReadMentions(absl::string_view, const ReadOptions&) { return {}; }

}  // namespace crosscheck
