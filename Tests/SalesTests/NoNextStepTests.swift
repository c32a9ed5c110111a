import Sales
import Testing

/// What is said in place of a date when nothing is to be planned.
struct NoNextStepTests {
    @Test(arguments: [
        ("none", ""), (" None ", ""), ("none: waits for the budget", "waits for the budget"), ("NONE:x", "x"),
        ("none, because they will call", "they will call"), ("none because of the strike", "of the strike"),
        ("none - moved away", "moved away"), ("无", ""), ("无：等预算", "等预算"), ("无:等预算", "等预算"), ("无，因为等预算", "等预算"),
        ("ｎｏｎｅ：x", "x"), ("none: none", "none"),
        ("nonesuch", nil), ("next tue", nil), ("", nil), ("3d", nil), ("周五", nil), ("non", nil),
    ])
    func reasons(text: String, reason: String?) { #expect(NoNextStep.reason(text) == reason) }

    @Test func aReasonReadsBackAsItIsTyped() {
        #expect(NoNextStep.reason(NoNextStep.text("等预算", like: "无")) == "等预算")
        #expect(NoNextStep.reason(NoNextStep.text("the budget", like: "none: t")) == "the budget")
    }
}
