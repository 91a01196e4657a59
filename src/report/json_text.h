#ifndef CROSSCHECK_REPORT_JSON_TEXT_H_
#define CROSSCHECK_REPORT_JSON_TEXT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// JSON for people and programs, one space a level; for what is small. Keys and values must come in an order that makes
// JSON; brackets must pair.
class JsonText {
 public:
  JsonText();
  ~JsonText();

  void Open(char bracket);   // '{' or '['
  void Close(char bracket);  // '}' or ']'
  void Key(absl::string_view key);
  void Text(absl::string_view value);
  void Number(int value);
  void Bool(bool value);

  void Field(absl::string_view key, absl::string_view value);
  void Field(absl::string_view key, const char* value) { Field(key, absl::string_view(value)); }
  void Field(absl::string_view key, const std::string& value) { Field(key, absl::string_view(value)); }
  void Field(absl::string_view key, int value);
  void Field(absl::string_view key, bool value);
  void Field(absl::string_view key, const std::vector<std::string>& values);

  std::string Take();  // what was written; nothing can be written after

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_JSON_TEXT_H_
