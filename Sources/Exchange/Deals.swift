import Sales
import Storage
import Words

/// What deals of other programs need: stages in the order of their probability, a reason when lost, a history that says when.
extension ImportRun {
    /// Fills what a record may not be without and what the file did not say.
    func prepare<R: Record>(_ record: inout R) throws {
        guard var deal = record as? Opportunity else { return }
        if deal.stageID == 0 {
            // Won and lost are states here: the deal keeps the last stage that it can have been in.
            let stages = try transaction.fetchAll(Stage.self)
            guard let stage = deal.state == .open ? stages.first : stages.last else {
                throw Refused(reason: say("there are no stages"))
            }
            deal.stageID = stage.id
        }
        if deal.state == .lost, deal.reasonID == nil { deal.reasonID = try reasonNotGiven() }
        record = deal as! R
    }

    private func reasonNotGiven() throws -> Int64 {
        if let id = try transaction.id(.reason, uid: Reason.importUID) { return id }
        var reason = Reason()
        (reason.uid, reason.name, reason.position) = (Reason.importUID, "not given (import)", 1000)
        let id = try transaction.insert(&reason)
        made(Ref(.reason, id), reason.name)
        return id
    }

    /// Makes the stages that a file names and that are not here, each behind the last one that is not more probable.
    ///
    /// - Parameter names: with the probabilities in percent of the deals in them.
    func makeStages(_ names: [(name: String, probability: Int?)]) throws {
        for (name, probability) in names.sorted(by: { ($0.probability ?? 0) < ($1.probability ?? 0) })
        where ClosedStage.state(name) == nil {
            if try finder.ids(.stage, named: name).isEmpty,
                options.names[.stage, name] ?? options.names[.stage] == .make
            {
                tell(.stage, name, .make, rows: 0)
                let id = try makeStage(name, uid: "", probability: probability)
                report.note(made: .stage, name)
                finder.remember(Ref(.stage, id), name)
            }
        }
    }

    func makeStage(_ name: String, uid: String, probability: Int?) throws -> Int64 {
        let stages = try transaction.fetchAll(Stage.self)
        var stage = Stage()
        (stage.uid, stage.name) = (uid, name)
        stage.probability = min(max(probability ?? 0, 0), 100)
        let before = stages.last { $0.probability <= stage.probability }
        let behind = stages.first { $0.probability > stage.probability }
        switch (before, behind) {
        case (nil, nil): stage.position = 10
        case (let before?, nil): stage.position = before.position + 10
        case (nil, let behind?): stage.position = behind.position / 2
        case (let before?, let behind?) where behind.position > before.position:
            stage.position = (before.position + behind.position) / 2
        case (let before?, _): stage.position = before.position
        }
        // Equal places would leave the order to chance: those behind give way.
        if let behind, stage.position >= behind.position || stage.position == before?.position {
            let start = before?.position ?? 0
            stage.position = start + 10
            for other in stages where other.position >= behind.position && other.id != before?.id {
                var moved = other
                moved.position += 20
                try transaction.update(from: other, to: moved)
            }
        }
        return try transaction.insert(&stage)
    }

    /// The history of a deal that was closed before it came here: from its first day until it was closed, not until now.
    func insertHistory(of deal: Opportunity, isDated: Bool) throws {
        guard !hasHistories, deal.state != .open, let closed = deal.closeOn else { return }
        let noon = Instant(seconds: closed.number * 86_400 + 43_200)
        guard noon < transaction.clock.now else { return }
        var change = DealChange()
        change.opportunityID = deal.id
        (change.stageID, change.currency, change.amount, change.closeOn) = (
            deal.stageID, deal.currency, deal.amount, deal.closeOn
        )
        if isDated, deal.createdAt < noon {
            change.at = deal.createdAt
            try transaction.insert(&change)
        }
        var end = change
        (end.id, end.uid, end.at, end.state, end.reasonID) = (0, "", noon, deal.state, deal.reasonID)
        try transaction.insert(&end)
    }
}

extension Incoming {
    /// Whether the file says when the record was made.
    var isCreationKnown: Bool { fields.contains { R.fields[$0].name == "created_at" } }
}
