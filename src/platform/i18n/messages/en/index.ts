import account from "./account.json" with { type: "json" };
import address from "./address.json" with { type: "json" };
import ask from "./ask.json" with { type: "json" };
import asked from "./asked.json" with { type: "json" };
import box from "./box.json" with { type: "json" };
import connection from "./connection.json" with { type: "json" };
import data from "./data.json" with { type: "json" };
import doors from "./doors.json" with { type: "json" };
import guest from "./guest.json" with { type: "json" };
import help from "./help.json" with { type: "json" };
import home from "./home.json" with { type: "json" };
import link from "./link.json" with { type: "json" };
import list from "./list.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import rating from "./rating.json" with { type: "json" };
import refusal from "./refusal.json" with { type: "json" };
import request from "./request.json" with { type: "json" };
import search from "./search.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import status from "./status.json" with { type: "json" };
import trouble from "./trouble.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };
import upload from "./upload.json" with { type: "json" };

export const en = {
  account,
  address,
  ask,
  asked,
  box,
  connection,
  data,
  doors,
  guest,
  help,
  home,
  link,
  list,
  rating,
  people,
  refusal,
  request,
  search,
  shell,
  status,
  trouble,
  ui,
  upload,
};
