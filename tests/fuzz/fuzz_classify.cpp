// Any text → classify(). Every character comes out once and in order, and what joins its neighbour
// has its class.
#include <fuzzer/FuzzedDataProvider.h>

#include "fuzzed_text.hpp"
#include "pipeline/shape/character_class.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace banxin;
    const std::string text = valid_text({reinterpret_cast<const char*>(data), size});
    const std::vector<ClassifiedCharacter> characters = classify(text);
    std::uint32_t byte = 0;
    for (std::size_t k = 0; k < characters.size(); ++k) {
        const ClassifiedCharacter& own = characters[k];
        if (own.text.begin != byte || own.text.end <= byte) fail("characters do not tile the text");
        byte = own.text.end;
        if (!own.joins_previous) continue;
        if (k == 0) fail("the first character joins one before it");
        const ClassifiedCharacter& before = characters[k - 1];
        if (before.character_class != own.character_class || before.wide() != own.wide()) {
            fail("a joined character is of another class");
        }
        if (own.character_class == CharacterClass::line_feed) fail("a line feed is joined");
    }
    if (byte != text.size()) fail("characters do not reach the text's end");
    return 0;
}
