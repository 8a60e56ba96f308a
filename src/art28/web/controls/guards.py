"""What the database holds: results, their evidence and custody stay as written; nothing points outside the organisation."""

from art28.web.database.triggers import append_only, frozen, same_organisation

GUARDS = (
    *append_only("controls_result"),
    *append_only("controls_evidencefile"),
    *append_only("controls_custodystep"),
    frozen("controls_checkpromise", ("check_row_id", "agreement_id", "clause", "passage", "at")),
    frozen("controls_checkalarm", ("check_row_id", "thing", "raised_at")),
    *same_organisation("controls_check", "measure_id", "measures_measure"),
    *same_organisation("controls_check", "service_id", "services_service"),
    *same_organisation("controls_check", "asset_id", "controls_asset"),
    *same_organisation("controls_checkpromise", "check_row_id", "controls_check"),
    *same_organisation("controls_checkpromise", "agreement_id", "agreements_agreement"),
    *same_organisation("controls_result", "check_row_id", "controls_check"),
    *same_organisation("controls_evidencefile", "result_id", "controls_result"),
    *same_organisation("controls_checkalarm", "check_row_id", "controls_check"),
    *same_organisation("controls_checkalarm", "result_id", "controls_result"),
    *same_organisation("controls_checkalarm", "closed_by_id", "controls_result"),
    *same_organisation("controls_asset", "place_id", "controls_asset"),
    *same_organisation("controls_custodystep", "asset_id", "controls_asset"),
    *same_organisation("controls_safeguard", "asset_id", "controls_asset"),
)
