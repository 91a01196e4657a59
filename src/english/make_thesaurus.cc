// Writes the tables of src/english/thesaurus.cc from WordNet's files: make_thesaurus DIR > thesaurus.inc. Run by the
// build. Single lower-case words only: names and phrases are none of its business.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr size_t kSenses = 3;  // of a word in one part of speech, the commonest first

// One part of speech has its own synset numbers: `base` keeps them apart.
struct Part {
  const char* name;
  uint64_t base;
};
constexpr Part kParts[] = {{"noun", 0}, {"verb", 100000000}, {"adj", 200000000}, {"adv", 300000000}};

struct Entry {
  std::set<uint64_t> senses, broader;
};

bool IsWord(const std::string& text) {
  return text.size() >= 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

struct Synset {
  std::vector<std::string> words;
  std::vector<uint64_t> broader;
};

void ReadData(const std::string& path, const Part& part, std::map<uint64_t, Synset>& synsets) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line.substr(0, line.find('|')));
    uint64_t offset = 0;
    std::string file, type, count;
    fields >> offset >> file >> type >> count;
    Synset& synset = synsets[part.base + offset];
    for (size_t i = std::stoul(count, nullptr, 16); i > 0; --i) {
      std::string word, id;
      fields >> word >> id;
      synset.words.push_back(word.substr(0, word.find('(')));
    }
    size_t links = 0;
    fields >> links;
    for (; links > 0; --links) {
      std::string symbol, pos, ends;
      uint64_t target = 0;
      fields >> symbol >> target >> pos >> ends;
      if (symbol == "@") synset.broader.push_back(part.base + target);  // a verb is a kind of a verb
    }
  }
}

void ReadIndex(const std::string& path, const Part& part, const std::map<uint64_t, Synset>& synsets,
               std::map<std::string, Entry>& entries) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line);
    std::string lemma, pos, symbol;
    size_t count = 0, pointers = 0, again = 0, tagged = 0;
    fields >> lemma >> pos >> count >> pointers;
    if (!IsWord(lemma)) continue;
    for (; pointers > 0; --pointers) fields >> symbol;
    fields >> again >> tagged;
    for (size_t i = 0; i < std::min(count, kSenses); ++i) {
      uint64_t offset = 0;
      fields >> offset;
      const auto found = synsets.find(part.base + offset);
      if (found == synsets.end()) continue;
      // The index is in lower case, the synset as written: a name is none of its words.
      const auto& words = found->second.words;
      if (std::find(words.begin(), words.end(), lemma) == words.end()) continue;
      Entry& entry = entries[lemma];
      entry.senses.insert(part.base + offset);
      if (i == 0) entry.broader.insert(found->second.broader.begin(), found->second.broader.end());
    }
  }
}

template <typename Numbers>
void PrintNumbers(const char* name, const Numbers& numbers) {
  std::cout << "constexpr uint32_t " << name << "[] = {";
  size_t column = 0;
  for (const auto number : numbers) std::cout << (column++ % 20 == 0 ? "\n" : "") << number << ',';
  std::cout << "\n};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  std::map<uint64_t, Synset> synsets;
  std::map<std::string, Entry> entries;
  for (const Part& part : kParts) ReadData(folder + "/data." + part.name, part, synsets);
  for (const Part& part : kParts) ReadIndex(folder + "/index." + part.name, part, synsets, entries);
  if (entries.empty()) return 1;
  std::map<uint64_t, uint32_t> numbers;  // synsets in few digits and in the same order
  for (const auto& [offset, synset] : synsets) numbers.emplace(offset, static_cast<uint32_t>(numbers.size()));

  std::string pool;
  std::vector<uint32_t> starts, first_sense, first_broader, senses, broader;
  for (const auto& [lemma, entry] : entries) {
    starts.push_back(static_cast<uint32_t>(pool.size()));
    pool += lemma;
    first_sense.push_back(static_cast<uint32_t>(senses.size()));
    first_broader.push_back(static_cast<uint32_t>(broader.size()));
    for (uint64_t sense : entry.senses) senses.push_back(numbers[sense]);
    for (uint64_t sense : entry.broader) broader.push_back(numbers[sense]);
  }
  starts.push_back(static_cast<uint32_t>(pool.size()));
  first_sense.push_back(static_cast<uint32_t>(senses.size()));
  first_broader.push_back(static_cast<uint32_t>(broader.size()));
  std::cout << "constexpr char kPool[] =";
  for (size_t at = 0; at < pool.size(); at += 100) std::cout << "\n\"" << pool.substr(at, 100) << '"';
  std::cout << ";\n";
  PrintNumbers("kStarts", starts);
  PrintNumbers("kFirstSense", first_sense);
  PrintNumbers("kFirstBroader", first_broader);
  PrintNumbers("kSenses", senses);
  PrintNumbers("kBroader", broader);
  return std::cout.flush() ? 0 : 1;
}
